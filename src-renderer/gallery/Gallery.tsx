import { FieldsGallery } from './FieldsGallery.tsx';
import { MoneyGallery } from './MoneyGallery.tsx';
import { OverlaysGallery } from './OverlaysGallery.tsx';
import { StatesGallery } from './StatesGallery.tsx';
import { ButtonsGallery } from './ButtonsGallery.tsx';
import './Gallery.css';

/** Every primitive in every state. */
export function Gallery() {
  return (
    <main className="gallery">
      <div className="gallery-grid">
        <ButtonsGallery />
        <FieldsGallery />
        <MoneyGallery />
        <StatesGallery />
        <OverlaysGallery />
      </div>
    </main>
  );
}
